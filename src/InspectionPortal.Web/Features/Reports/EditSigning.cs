using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// The partnership lead says how many must approve a report, and which agencies must have signed. It counts for reports submitted
/// from then on: one that waits keeps what was sealed with it. Every chief officer gets an e-mail.
/// </summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class EditSigning : FormFields, ICommand<Saved>
{
    public int? Quorum { get; set; }

    /// <summary>Agencies that must have signed.</summary>
    public List<Guid> Agencies { get; set; } = [];

    public List<SignatoryRow> Signatories { get; set; } = [];

    public SigningFormPage Around() => (SigningFormPage)RequiredPage();
}

internal sealed class EditSigningValidator : AbstractValidator<EditSigning>
{
    public EditSigningValidator() => RuleFor(c => c.Quorum).InclusiveBetween(1, Partnership.QuorumMaximum)
        .WithMessage($"Choose a number from 1 to {Partnership.QuorumMaximum}");
}

internal sealed class EditSigningHandler(PortalDbContext database, CurrentSession current, ApproverNotices notices)
    : IRequestHandler<EditSigning, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditSigning command, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var partnership = await database.Partnerships.SingleAsync(p => p.Id == own, cancellationToken);
        var required = command.Agencies.Distinct().ToList();
        var signatories = command.Signatories.Where(s => s.AgencyId is not null).DistinctBy(s => s.UserId)
            .ToDictionary(s => s.UserId, s => s.AgencyId.GetValueOrDefault());
        if (await WrongAsync(required, signatories, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        partnership.Quorum = command.Quorum;
        await MergeAsync(required, signatories, cancellationToken);
        if (!database.ChangeTracker.HasChanges())
        {
            return new Saved("~/reports", null);
        }

        if (partnership.Version != command.Version)
        {
            return new Conflict();
        }

        // Also where only the agencies changed, so that two people who save at once both see it.
        database.Entry(partnership).Property(p => p.Quorum).IsModified = true;
        await notices.SigningChangedAsync(current.RequiredPerson.DisplayName, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return new Saved("~/reports", "How reports are signed was saved. It counts for reports submitted from now on.");
    }

    private async Task<Failure?> WrongAsync(
        IReadOnlyList<Guid> required, Dictionary<Guid, Guid> signatories, CancellationToken cancellationToken)
    {
        var named = required.Concat(signatories.Values).Distinct().ToList();
        if (await database.Agencies.CountAsync(a => named.Contains(a.Id), cancellationToken) != named.Count)
        {
            return Failure.Field(nameof(EditSigning.Agencies), "Choose from the list");
        }

        var officers = await database.Memberships.Where(m => m.Role == PartnershipRole.ChiefOfficer).Select(m => m.UserId)
            .ToListAsync(cancellationToken);
        if (signatories.Keys.Any(u => !officers.Contains(u)))
        {
            return Failure.Field(
                nameof(EditSigning.Agencies), "Someone on the form is no longer a chief officer. Check the form, then save it again");
        }

        return required.Any(a => !signatories.ContainsValue(a))
            ? Failure.Field(nameof(EditSigning.Agencies), "Each agency that must sign needs a chief officer who signs for it")
            : null;
    }

    private async Task MergeAsync(IReadOnlyList<Guid> required, Dictionary<Guid, Guid> signatories, CancellationToken cancellationToken)
    {
        var agencies = await database.SigningAgencies.ToListAsync(cancellationToken);
        database.RemoveRange(agencies.Where(a => !required.Contains(a.AgencyId)));
        database.AddRange(required.Where(id => agencies.TrueForAll(a => a.AgencyId != id))
            .Select(id => new SigningAgency { AgencyId = id }));
        var stored = await database.Signatories.ToListAsync(cancellationToken);
        foreach (var row in stored)
        {
            if (signatories.TryGetValue(row.UserId, out var agency))
            {
                row.AgencyId = agency;
            }
            else
            {
                database.Remove(row);
            }
        }

        database.AddRange(signatories.Where(s => stored.TrueForAll(r => r.UserId != s.Key))
            .Select(s => new Signatory { UserId = s.Key, AgencyId = s.Value }));
    }
}
