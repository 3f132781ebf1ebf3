namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A project said to be done whose evidence is missing.</summary>
public sealed record ClaimedRow(Guid Id, string Number, string Title);
