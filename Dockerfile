# docker build -t proviso . && docker run --rm -v "$PWD:/work" proviso check docs
FROM node:20-slim AS build
WORKDIR /proviso
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:20-slim
# git is for --diff-base. The documents belong to somebody else than the user in here.
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/* && git config --system --add safe.directory '*'
COPY --from=build /proviso/dist /proviso/dist
USER node
WORKDIR /work
ENTRYPOINT ["node", "/proviso/dist/cli.js"]
CMD ["check"]
