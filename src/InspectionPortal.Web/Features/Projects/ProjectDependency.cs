namespace InspectionPortal.Web.Features.Projects;

/// <summary>One project waiting for another item, in the plan's words.</summary>
/// <param name="Words">As the plan says it.</param>
/// <param name="Address">Of the other item, from "~/"; null where it is not clear which it is.</param>
/// <param name="Item">Number and title of the other item.</param>
public sealed record ProjectDependency(string Words, string? Address, string? Item);
