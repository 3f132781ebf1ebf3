namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>The thing is not there, or not for this person to know of.</summary>
public sealed record Missing : Failure;
