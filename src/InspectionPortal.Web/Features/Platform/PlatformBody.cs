namespace InspectionPortal.Web.Features.Platform;

public sealed record PlatformBody(Guid Id, string Name, IReadOnlyList<string> Officers);
