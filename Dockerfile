# The Node that package.json pins; a test compares them.
FROM node:24.21.0-bookworm-slim AS node

FROM node AS build
WORKDIR /build
COPY package.json package-lock.json ./
# The install scripts fetch a second Node and native parts of the tests: nothing that the compiler needs.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY src src
COPY projections projections
COPY workflows workflows
RUN npm run build

FROM node AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node
ENV NODE_ENV=production WISSEL_DATA=/data WISSEL_HOST=0.0.0.0 WISSEL_PORT=3000
WORKDIR /app
COPY LICENSE package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /build/dist dist
COPY deploy/wissel /usr/local/bin/wissel
# The folder is its owner's alone: who may open it is the operator.
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.WISSEL_PORT + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["wissel"]
CMD ["serve"]
