import { viewController, type ViewRoute } from '../query-routes.ts';
import { figureRoutes } from './figures.ts';
import { healthRoutes } from './health.ts';
import { inspectionRoutes } from './inspection.ts';
import { practiceRoutes } from './practice.ts';
import { schoolRoutes } from './school.ts';
import { sabRoutes } from './second-line.ts';
import { taskRoutes } from './tasks.ts';
import { trajectoryRoutes } from './trajectories.ts';

/** Every question there is; a new one stands in the table of its theme. */
export const viewRoutes: readonly ViewRoute[] = [
  ...trajectoryRoutes,
  ...schoolRoutes,
  ...figureRoutes,
  ...inspectionRoutes,
  ...practiceRoutes,
  ...sabRoutes,
  ...taskRoutes,
  ...healthRoutes,
];

export const viewControllers = [viewController(viewRoutes)];
