# One image for every process: the API (default), `node dist/src/worker.js` and `node dist/src/cli/migrate.js`.
# Without DATABASE_URL and REDIS_URL it runs embedded, with everything it writes in /data.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY migrations migrations
COPY src src
RUN npx tsc -p tsconfig.build.json
# The weights are part of the image, so that a container needs no network to start.
RUN npm run --silent model:fetch

FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
# docker build --build-arg TRACING=true: what sends traces weighs 27 MB and most installations trace nothing.
ARG TRACING=false
RUN [ "$TRACING" != true ] || npm install --no-save --omit=dev @opentelemetry/sdk-trace-base@2.8.0 \
  @opentelemetry/context-async-hooks@2.8.0 @opentelemetry/resources@2.8.0 @opentelemetry/core@2.8.0 \
  @opentelemetry/exporter-trace-otlp-http@0.219.0
# What the server never loads, more than half of it: the model's runtime for browsers and for other systems (the one
# that comes from npm knows no GPU under Linux), and maps and types. deploy/image-size says what is left.
RUN rm -rf node_modules/onnxruntime-web && \
  find node_modules/onnxruntime-node/bin -mindepth 3 -maxdepth 3 -type d \
    ! -path "*/linux/$(node -p process.arch)" -exec rm -rf {} + && \
  find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    ENVIRONMENT=production \
    HOST=0.0.0.0 \
    PORT=8000 \
    DATA_DIR=/data \
    MODEL_DIR=/app/models
# The runtime of the model otherwise reports its use to its maker.
ENV ORT_DISABLE_TELEMETRY=1
WORKDIR /app
COPY package.json LICENSE NOTICE ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/models models
COPY --from=build /app/dist dist
COPY web web
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
