namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>A member who lacks the permission.</summary>
public sealed record Denied(string Message) : Failure;
