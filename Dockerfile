# The portal as one image. It connects to a PostgreSQL that you run; migrate once before you start it (docs/running.md).
# The tags float to the newest patch of .NET 10: build again to take up a security release.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install --yes --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
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
