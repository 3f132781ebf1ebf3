namespace InspectionPortal.Web.Features.Platform;

/// <summary>A link officer in the list of a scrutiny body.</summary>
public sealed record OfficerRow(Guid Id, string Name, string Email, bool IsConfirmed, bool IsAdministrator);
