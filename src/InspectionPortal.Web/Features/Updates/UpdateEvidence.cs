namespace InspectionPortal.Web.Features.Updates;

/// <summary>Evidence that came with an update.</summary>
public sealed record UpdateEvidence(Guid Id, string Title);
