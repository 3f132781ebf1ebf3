namespace InspectionPortal.Web.Features.Platform;

public sealed record OfficerRow(Guid Id, string Name, string Email, bool IsConfirmed);
