namespace InspectionPortal.Web.Features.Scrutiny;

public sealed record ScrutinyGrantList(IReadOnlyList<ScrutinyGrantRow> Open, IReadOnlyList<ScrutinyGrantRow> Ended, TimeZoneInfo Zone,
    DateTimeOffset Now);
