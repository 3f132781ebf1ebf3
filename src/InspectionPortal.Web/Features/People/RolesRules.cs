using FluentValidation;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.TagHelpers;

namespace InspectionPortal.Web.Features.People;

/// <summary>What the forms about someone's roles share.</summary>
internal interface IRolesForm
{
    List<PartnershipRole> Roles { get; }

    string? Capacity { get; }
}

internal abstract class RolesRules<T> : AbstractValidator<T>
    where T : IRolesForm
{
    protected RolesRules()
    {
        RuleFor(c => c.Roles).NotEmpty().WithMessage("Choose at least one role");
        RuleFor(c => c.Roles).Must(roles => roles.TrueForAll(Enum.IsDefined)).WithMessage("Choose roles from the list");
        RuleFor(c => c.Capacity).MaximumLength(Membership.CapacityMaxLength)
            .WithMessage($"Enter at most {Membership.CapacityMaxLength} characters");
        RuleFor(c => c.Capacity).NotEmpty().When(c => c.Roles.Contains(PartnershipRole.ChiefOfficer))
            .WithMessage("Enter the post in which the chief officer signs, such as “Chief Executive, North Shire Council”");
    }
}

/// <summary>What there is to choose from on forms about people.</summary>
public static class PeopleChoices
{
    public static IReadOnlyList<Choice> Roles { get; } =
    [
        .. new[] { PartnershipRole.PartnershipLead, PartnershipRole.Contributor, PartnershipRole.ChiefOfficer, PartnershipRole.Reader }
            .Select(role => new Choice(RoleWords.Name(role), role.ToString(), RoleWords.Meaning(role))),
    ];

    public static IReadOnlyList<Choice> ResponsibilityKinds { get; } =
    [
        new("A post", nameof(ResponsibilityKind.Post), "Whoever holds the post answers, such as “Chief Social Work Officer”"),
        new("A group", nameof(ResponsibilityKind.Group), "A group or committee answers as a whole"),
        new("A team", nameof(ResponsibilityKind.Team)),
        new("A person", nameof(ResponsibilityKind.Person), "The plan names one person rather than a post"),
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
