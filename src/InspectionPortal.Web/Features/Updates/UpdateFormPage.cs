namespace InspectionPortal.Web.Features.Updates;

/// <summary>Without a card there is no period in which to write.</summary>
public sealed record UpdateFormPage(UpdateCard? Card, string ProjectTitle, Guid ProjectId, string? ClosedBecause, bool IsLead);
