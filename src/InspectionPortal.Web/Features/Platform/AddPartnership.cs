using System.Text.RegularExpressions;
using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>A new partnership with its first partnership lead: all of it or nothing.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class AddPartnership : ICommand<PartnershipAdded>
{
    public string? Name { get; set; }
    public string? Slug { get; set; }
    public PartnershipKind Kind { get; set; }
    public string? TimeZone { get; set; } = PartnershipRules.TimeZones[0];
    public int Quorum { get; set; } = 1;
    public string? LeadName { get; set; }
    public string? LeadEmail { get; set; }
}

public sealed record PartnershipAdded(int Id, string Name, string Slug, InvitationLink Link);

internal sealed class AddPartnershipValidator : AbstractValidator<AddPartnership>
{
    public AddPartnershipValidator()
    {
        RuleFor(c => c.Name).IsAPartnershipsName();
        RuleFor(c => c.Slug).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter the short name for the address, such as “north-shire”")
            .Length(PartnershipRules.SlugMinLength, Partnership.SlugMaxLength)
            .WithMessage($"Use {PartnershipRules.SlugMinLength} to {Partnership.SlugMaxLength} characters")
            .Must(PartnershipRules.IsSlug).WithMessage("Use lower-case letters, digits and single hyphens between them, such as “north-shire”")
            .Must(slug => !ReservedSegments.Contains(slug)).WithMessage("The portal uses this word itself. Choose another");
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose what it is");
        RuleFor(c => c.TimeZone).IsAZone();
        RuleFor(c => c.Quorum).IsAQuorum();
        RuleFor(c => c.LeadName).IsAPersonsName();
        RuleFor(c => c.LeadEmail).IsAnEmailAddress();
    }
}

internal sealed class AddPartnershipHandler(PortalDbContext database, UnitOfWork unitOfWork, Invitations invitations)
    : IRequestHandler<AddPartnership, Result<PartnershipAdded>>
{
    public async Task<Result<PartnershipAdded>> Handle(AddPartnership command, CancellationToken cancellationToken)
    {
        if (await database.Partnerships.FirstOrDefaultAsync(p => p.Slug == command.Slug, cancellationToken) is { } taken)
        {
            return await WasSentBeforeAsync(command, taken, cancellationToken) is { } added
                ? added
                : Failure.Field(nameof(AddPartnership.Slug), "Another partnership has this address. Choose another");
        }

        var partnership = new Partnership
        {
            Name = command.Name!,
            Slug = command.Slug!,
            Kind = command.Kind,
            TimeZone = command.TimeZone!,
            Quorum = command.Quorum,
        };
        await unitOfWork.FoundAsync(partnership, cancellationToken);
        var lead = await invitations.FindOrAddAsync(command.LeadName!, command.LeadEmail!, partnership.Id);
        partnership.FirstLeadUserId = lead.Id;
        database.Add(new Membership { UserId = lead.Id, Role = PartnershipRole.PartnershipLead });
        await database.SaveChangesAsync(cancellationToken);
        return new PartnershipAdded(partnership.Id, partnership.Name, partnership.Slug, await invitations.LinkAsync(lead, partnership.Id));
    }

    /// <summary>The same form a second time: the partnership it made, with a link, and nothing more.</summary>
    private async Task<PartnershipAdded?> WasSentBeforeAsync(AddPartnership command, Partnership taken, CancellationToken cancellationToken)
    {
        var lead = await database.Users.FirstOrDefaultAsync(u => u.Id == taken.FirstLeadUserId, cancellationToken);
        return lead is not null && taken.Name == command.Name && string.Equals(lead.Email, command.LeadEmail, StringComparison.OrdinalIgnoreCase)
            ? new PartnershipAdded(taken.Id, taken.Name, taken.Slug, await invitations.LinkAsync(lead, taken.Id))
            : null;
    }
}

/// <summary>What the forms about a partnership ask of it.</summary>
internal static partial class PartnershipRules
{
    public const int SlugMinLength = 2;

    public static IReadOnlyList<string> TimeZones { get; } = ["Europe/London", "Europe/Jersey"];

    public static bool IsSlug(string? slug) => slug is not null && Slug().IsMatch(slug);

    public static void IsAPartnershipsName<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("Enter the partnership’s name")
        .MaximumLength(Partnership.NameMaxLength).WithMessage($"Enter a name of at most {Partnership.NameMaxLength} characters");

    public static void IsAZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(zone => TimeZones.Contains(zone, StringComparer.Ordinal)).WithMessage("Choose a time zone");

    public static void IsAQuorum<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(1, Partnership.QuorumMaximum).WithMessage($"Choose a number from 1 to {Partnership.QuorumMaximum}");

    [GeneratedRegex("\\A[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();
}
