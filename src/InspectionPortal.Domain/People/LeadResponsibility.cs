using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.People;

/// <summary>A post, group, team or person that answers for things.</summary>
public sealed class LeadResponsibility : TenantEntity
{
    public const int NameMaxLength = 200;

    /// <summary>
    /// What scrutiny bodies read where a person leads work: in reports, and by a view of the database wherever they read the live plan.
    /// </summary>
    public const string SomePerson = "A named person";

    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    public ResponsibilityKind Kind { get; set; }
    public Guid? AgencyId { get; set; }
    public Agency? Agency { get; set; }

    /// <summary>Other spellings of it in the plan.</summary>
    public List<string> AlsoWritten { get; set; } = [];

    public List<ResponsibilityHolder> Holders { get; } = [];
    public List<ProjectLead> Projects { get; } = [];
}
