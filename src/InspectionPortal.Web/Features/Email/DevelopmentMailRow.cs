namespace InspectionPortal.Web.Features.Email;

/// <summary>One e-mail of the list.</summary>
public sealed record DevelopmentMailRow(string Name, string Subject, string To, DateTimeOffset At);
