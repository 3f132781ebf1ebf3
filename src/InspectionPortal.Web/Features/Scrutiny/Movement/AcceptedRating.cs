namespace InspectionPortal.Web.Features.Scrutiny.Movement;

/// <summary>A rating that was accepted with an update; null is not rated.</summary>
internal sealed record AcceptedRating(DateTimeOffset? At, string? Code);
