# The portal as one image. It connects to a PostgreSQL that you run; migrate once before you start it (docs/running.md).
# The tags float to the newest patch of .NET 10: build again, with --pull, to take up a security release. Runtime 10.0.12 and older
# have known holes (CVE-2026-96224, CVE-2026-96233), closed in 10.0.13.
# The SDK's image has no Node.js, and its distribution's is too old for the build.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/InspectionPortal.Web --configuration Release --output /portal -p:RestoreLockedMode=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /portal
COPY --from=build /portal .
RUN mkdir /evidence && chown app /evidence
USER app
ENV ASPNETCORE_HTTP_PORTS=8080 Portal__DataDirectory=/evidence
VOLUME /evidence
EXPOSE 8080
ENTRYPOINT ["dotnet", "InspectionPortal.Web.dll"]
