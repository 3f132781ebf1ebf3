using InspectionPortal.Web.Data;
using InspectionPortal.Web.Tenancy;
using Npgsql;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>What a load balancer asks: is it up, and may it be sent people?</summary>
public static class HealthEndpoints
{
    public static void MapPortalHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("alive")).WithMetadata(new EndpointPlaceAttribute(EndpointPlace.Platform));
        routes.MapGet("/health/ready", ReadyAsync).WithMetadata(new EndpointPlaceAttribute(EndpointPlace.Platform));
    }

    private static async Task<IResult> ReadyAsync(SchemaMigrator schema, CancellationToken cancellationToken)
    {
        try
        {
            return await schema.IsCurrentAsync(cancellationToken)
                ? Results.Text("ready")
                : Results.Text("the schema is behind", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (NpgsqlException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
