# syntax=docker/dockerfile:1

# Everything is made here: packages, and the admin, which a server would otherwise build when it starts.
FROM node:26-bookworm AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 \
    MONGOMS_DISABLE_POSTINSTALL=1
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
RUN .ci/image-tree.sh /image && strip -o /node /usr/local/bin/node

# Without npm, which a server does not need.
FROM debian:bookworm-slim
COPY --from=build /node /usr/local/bin/node
RUN groupadd --gid 10001 handbill \
 && useradd --uid 10001 --gid handbill --home-dir /app --no-create-home --shell /usr/sbin/nologin handbill
WORKDIR /app
COPY --from=build /image ./
RUN chown handbill:handbill data .cache
USER 10001:10001
ENV HOME=/app \
    NODE_ENV=production \
    PORT=3000
EXPOSE 3000
# The database of SQLite, the secret beside it, and uploaded files. Everything else may be read-only, but for
# /app/.cache and /tmp, which may be in memory.
VOLUME ["/app/data"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/start.mjs"]
