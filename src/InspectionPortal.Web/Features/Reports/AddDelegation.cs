using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// A chief officer names a member who decides on reports for them between two days. One delegate at a time, for one chief officer at a
/// time, and never a partnership lead or another chief officer: those submit or decide in their own name.
/// </summary>
[Requires(Permission.DelegateApproval)]
[ConfirmIdentity]
public sealed class AddDelegation : ICommand<DelegationSaved>
{
    /// <summary>Becomes the key, so that sending the form twice names once.</summary>
    public Guid Id { get; set; }

    public Guid? DelegateId { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
}

internal sealed class AddDelegationValidator : AbstractValidator<AddDelegation>
{
    private const string NotADate = "Enter a date, like 30 September 2026";

    public AddDelegationValidator(PartnershipTime time)
    {
        RuleFor(c => c.Id).NotEmpty().OverridePropertyName(string.Empty)
            .WithMessage("Something was missing from the form. Check it, then send it again.");
        RuleFor(c => c.DelegateId).NotEmpty().WithMessage("Choose who decides for you");
        RuleFor(c => c.From).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the first day on which they decide for you")
            .Must(text => TypedInput.Date(text) is not null).WithMessage(NotADate)
            .Must(text => TypedInput.Date(text) >= time.Today).WithMessage("First day must be today or later");
        RuleFor(c => c.Until).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the last day on which they decide for you")
            .Must(text => TypedInput.Date(text) is not null).WithMessage(NotADate)
            .Must((form, text) => TypedInput.Date(form.From) is not { } from || TypedInput.Date(text) >= from)
            .WithMessage("Last day must be the same as or after the first day")
            .Must((form, text) => TypedInput.Date(form.From) is not { } from
                || TypedInput.Date(text) < from.AddDays(ApprovalDelegation.DaysMaximum))
            .WithMessage($"Choose {ApprovalDelegation.DaysMaximum} days or fewer");
    }
}

internal sealed class AddDelegationHandler(
    PortalDbContext database, CurrentSession current, PartnershipTime time, DelegationNotices notices, SecurityLog log)
    : IRequestHandler<AddDelegation, Result<DelegationSaved>>
{
    public async Task<Result<DelegationSaved>> Handle(AddDelegation command, CancellationToken cancellationToken)
    {
        var delegation = Of(command);
        if (await database.ApprovalDelegations.AsNoTracking().FirstOrDefaultAsync(d => d.Id == command.Id, cancellationToken) is { } known)
        {
            return IsSame(known, delegation)
                ? new DelegationSaved(known.Id) : new Conflict("This form was sent before. Check your delegates below.");
        }

        var roles = await database.Memberships.Include(m => m.User)
            .Where(m => m.UserId == delegation.DelegateUserId || m.UserId == delegation.OfficerUserId).ToListAsync(cancellationToken);
        if (WhyNot([.. roles.Where(r => r.UserId == delegation.DelegateUserId)]) is { } unfit)
        {
            return unfit;
        }

        if (await OverlapAsync(delegation, cancellationToken) is { } overlap)
        {
            return overlap;
        }

        // Written again unchanged, so that of two delegations made at the same moment for either of them only one is kept.
        foreach (var role in roles)
        {
            database.Entry(role).Property(r => r.Role).IsModified = true;
        }

        database.Add(delegation);
        await notices.NamedAsync(delegation, cancellationToken);
        log.Add(
            SecurityEventKind.ApprovalDelegated, delegation.DelegateUserId,
            $"{DateFormat.Full(delegation.From)} to {DateFormat.Full(delegation.Until)}");
        await database.SaveChangesAsync(cancellationToken);
        return new DelegationSaved(delegation.Id);
    }

    private ApprovalDelegation Of(AddDelegation command) => new()
    {
        Id = command.Id,
        OfficerUserId = current.RequiredPerson.UserId,
        DelegateUserId = command.DelegateId.GetValueOrDefault(),
        From = TypedInput.Date(command.From).GetValueOrDefault(),
        Until = TypedInput.Date(command.Until).GetValueOrDefault(),
        NamedAt = time.Now,
    };

    private static bool IsSame(ApprovalDelegation known, ApprovalDelegation sent) =>
        known.OfficerUserId == sent.OfficerUserId && known.DelegateUserId == sent.DelegateUserId
            && known.From == sent.From && known.Until == sent.Until;

    /// <summary>Why somebody with these roles cannot be named; null where they can.</summary>
    private static Invalid? WhyNot(IReadOnlyList<Membership> roles)
    {
        const string Field = nameof(AddDelegation.DelegateId);
        if (roles.Count == 0 || roles[0].User is not { IsDisabled: false, EmailConfirmed: true } person)
        {
            return Failure.Field(Field, "Choose a member from the list");
        }

        if (roles.Any(r => r.Role == PartnershipRole.PartnershipLead))
        {
            return Failure.Field(
                Field,
                $"{person.DisplayName} is a partnership lead and submits reports, so they cannot decide on them. Choose someone else");
        }

        return roles.Any(r => r.Role == PartnershipRole.ChiefOfficer)
            ? Failure.Field(
                Field, $"{person.DisplayName} is a chief officer and decides in their own name. Choose someone else")
            : null;
    }

    private async Task<Failure?> OverlapAsync(ApprovalDelegation delegation, CancellationToken cancellationToken)
    {
        var others = await database.ApprovalDelegations.AsNoTracking().Include(d => d.Delegate)
            .Where(ApprovalDelegation.NotOverOn(delegation.From))
            .Where(d => d.OfficerUserId == delegation.OfficerUserId || d.DelegateUserId == delegation.DelegateUserId)
            .ToListAsync(cancellationToken);
        var overlapping = others.FindAll(d => d.Overlaps(delegation.From, delegation.Until));
        if (overlapping.Find(d => d.OfficerUserId == delegation.OfficerUserId) is { } own)
        {
            return Failure.Field(
                nameof(AddDelegation.From),
                $"{own.Delegate?.DisplayName} already decides for you from {DateFormat.Full(own.From)} to {DateFormat.Full(own.Until)}. "
                + "End that first, or choose other days");
        }

        return overlapping.Count > 0
            ? Failure.Field(
                nameof(AddDelegation.DelegateId),
                $"{overlapping[0].Delegate?.DisplayName} decides for another chief officer on some of these days. "
                + "Choose someone else, or other days")
            : null;
    }
}
