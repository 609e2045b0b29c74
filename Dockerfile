# Both application images: `docker build --target api .` and `docker build --target worker .`

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json bundle.js ./
COPY libs ./libs
COPY apps ./apps
RUN npm run build

# What runs needs no compiler, no test tool, and no embedded PostgreSQL: DATABASE_URL is given.
FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

FROM node:20-bookworm-slim AS runtime
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
