namespace InspectionPortal.Web.Features.Projects;

/// <summary>The same work in an earlier or later plan.</summary>
public sealed record CarriedProject(Guid Id, string Number, string Plan);
