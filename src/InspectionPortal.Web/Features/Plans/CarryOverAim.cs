namespace InspectionPortal.Web.Features.Plans;

/// <summary>An aim with what can be carried over.</summary>
public sealed record CarryOverAim(string Number, string Statement, IReadOnlyList<CarryOverProject> Projects);
