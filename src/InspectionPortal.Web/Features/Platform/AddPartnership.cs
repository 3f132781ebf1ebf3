using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Invitations;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>A new partnership with its first partnership lead: all of it or nothing.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class AddPartnership : ICommand<PartnershipAdded>
{
    public string? Name { get; set; }
    public string? Slug { get; set; }
    public PartnershipKind Kind { get; set; }
    public string? TimeZone { get; set; } = PartnershipRules.TimeZones[0];
    public int? Quorum { get; set; }
    public string? LeadName { get; set; }
    public string? LeadEmail { get; set; }
}

internal sealed class AddPartnershipValidator : AbstractValidator<AddPartnership>
{
    public AddPartnershipValidator()
    {
        RuleFor(c => c.Name).IsAPartnershipsName();
        RuleFor(c => c.Slug).IsAPartnershipsSlug();
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose a type");
        RuleFor(c => c.TimeZone).IsAZone();
        RuleFor(c => c.Quorum).IsAQuorum();
        RuleFor(c => c.LeadName).IsAPersonsName();
        RuleFor(c => c.LeadEmail).IsAnEmailAddress();
    }
}

internal sealed class AddPartnershipHandler(PortalDbContext database, UnitOfWork unitOfWork, InvitationSender sender, CurrentSession current)
    : IRequestHandler<AddPartnership, Result<PartnershipAdded>>
{
    public async Task<Result<PartnershipAdded>> Handle(AddPartnership command, CancellationToken cancellationToken)
    {
        if (await database.Partnerships.FirstOrDefaultAsync(p => p.Slug == command.Slug, cancellationToken) is { } taken)
        {
            return await WasSentBeforeAsync(command, taken, cancellationToken)
                ? new PartnershipAdded(taken.Id)
                : Failure.Field(nameof(AddPartnership.Slug), "Another partnership has this address. Enter a different one");
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
        var invitation = FirstLeadInvitation.New(partnership.Id, command.LeadName!, command.LeadEmail!);
        database.Add(invitation);
        await sender.SendAsync(invitation, current.RequiredPerson.UserId, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new PartnershipAdded(partnership.Id);
    }

    /// <summary>The same form a second time finds the partnership and the invitation that it made.</summary>
    private async Task<bool> WasSentBeforeAsync(AddPartnership command, Partnership taken, CancellationToken cancellationToken)
    {
        var email = Invitation.Normalize(command.LeadEmail!);
        return taken.Name == command.Name && await database.Invitations.AnyAsync(
            i => i.PartnershipId == taken.Id && i.Kind == InvitationKind.FirstLead && i.NormalizedEmail == email, cancellationToken);
    }
}

/// <summary>What the forms about a partnership ask of it.</summary>
internal static class PartnershipRules
{
    public static IReadOnlyList<string> TimeZones { get; } = ["Europe/London", "Europe/Jersey"];

    public static void IsAPartnershipsName<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("Enter the partnership’s name")
        .MaxLength(Partnership.NameMaxLength);

    public static void IsAZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(zone => TimeZones.Contains(zone, StringComparer.Ordinal)).WithMessage("Choose a time zone");

    public static void IsAQuorum<T>(this IRuleBuilder<T, int?> rule) =>
        rule.InclusiveBetween(1, Partnership.QuorumMaximum).WithMessage($"Choose a number from 1 to {Partnership.QuorumMaximum}");
}
