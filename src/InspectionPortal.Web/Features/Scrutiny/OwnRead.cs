namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>One read, at the partnership's own time.</summary>
public sealed record OwnRead(string Partnership, string What, DateTimeOffset At, string Zone);
