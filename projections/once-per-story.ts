import type { Story } from '../src/kernel/projection.ts';

/**
 * What several read models need of the same story, made when the first of them asks. Only the last story is
 * remembered: they are told of one story after the other.
 */
export const oncePerStory = <Made>(make: (story: Story) => Made): ((story: Story) => Made) => {
  let last: { readonly story: Story; readonly made: Made } | undefined;
  return (story) => {
    if (last?.story !== story) last = { story, made: make(story) };
    return last.made;
  };
};
