namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Someone saved a newer version since the form was opened; nothing was saved.</summary>
public sealed record Conflict(string Message = "Someone else saved this while you were typing. Your changes are not saved yet.") : Failure;
