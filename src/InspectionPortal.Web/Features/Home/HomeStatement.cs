namespace InspectionPortal.Web.Features.Home;

/// <summary>A position statement that this person can approve, and the number of its recommendation.</summary>
internal sealed record HomeStatement(Guid Id, string Number);
