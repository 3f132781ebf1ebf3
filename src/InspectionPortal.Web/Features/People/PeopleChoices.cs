using InspectionPortal.Domain.People;
using InspectionPortal.Web.Components.TagHelpers;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.People;

/// <summary>What the forms about someone's roles share.</summary>
internal interface IRolesForm
{
    List<PartnershipRole> Roles { get; }

    string? Capacity { get; }
}

/// <summary>What there is to choose from on forms about people.</summary>
public static class PeopleChoices
{
    public static IReadOnlyList<Choice> Roles { get; } =
    [
        .. new[] { PartnershipRole.PartnershipLead, PartnershipRole.Contributor, PartnershipRole.ChiefOfficer, PartnershipRole.Reader }
            .Select(role => new Choice(RoleLabels.Name(role), role.ToString(), RoleLabels.Meaning(role))),
    ];

    public static IReadOnlyList<Choice> ResponsibilityKinds { get; } =
    [
        new("A post", nameof(ResponsibilityKind.Post), "The person in the post leads, such as the Chief Social Work Officer"),
        new("A group", nameof(ResponsibilityKind.Group), "A group or committee leads together"),
        new("A team", nameof(ResponsibilityKind.Team)),
        new("A person", nameof(ResponsibilityKind.Person), "The plan names a person, not a post"),
    ];

    public static IReadOnlyList<Choice> AgencyKinds { get; } =
    [
        new("An organisation", nameof(AgencyKind.Organisation), "A council, a health board, the police"),
        new("A service", nameof(AgencyKind.Service), "Part of an organisation, such as children’s social work"),
        new("A committee", nameof(AgencyKind.Committee)),
        new("A standing group", nameof(AgencyKind.Group)),
        new("A team", nameof(AgencyKind.Team)),
    ];
}
