using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Lets a scrutiny body, or some of its officers, read a plan, or each plan that answers an inspection.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class GrantScrutinyAccess : ICommand<ScrutinyAccessChanged>
{
    /// <summary>The most text of <see cref="Officers"/>.</summary>
    public const int OfficersMaxLength = 4000;

    /// <summary>Becomes the grant's key, so that sending the form twice grants once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid? BodyId { get; set; }

    /// <summary>E-mail addresses of the only officers who may read, one a line; empty for all of the body.</summary>
    public string? Officers { get; set; }

    /// <summary>A plan; or an inspection, for each plan that answers it now.</summary>
    public Guid? PlanId { get; set; }

    public GrantScope? Scope { get; set; }

    /// <summary>The first day on which it is open; null is now.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day on which it is open; null is until it is taken back.</summary>
    public DateOnly? Until { get; set; }
}

internal sealed class GrantScrutinyAccessValidator : AbstractValidator<GrantScrutinyAccess>
{
    public GrantScrutinyAccessValidator()
    {
        RuleFor(c => c.BodyId).NotNull().WithMessage("Choose a scrutiny body");
        RuleFor(c => c.PlanId).NotNull().WithMessage("Choose a plan");
        RuleFor(c => c.Scope).Must(s => s is { } scope && Enum.IsDefined(scope)).WithMessage("Choose what they can read");
        RuleFor(c => c.Officers).MaxLength(GrantScrutinyAccess.OfficersMaxLength);
    }
}

internal sealed class GrantScrutinyAccessHandler(
    PortalDbContext database, CurrentSession current, SecurityLog log, AccessNotices notices, TimeProvider time)
    : IRequestHandler<GrantScrutinyAccess, Result<ScrutinyAccessChanged>>
{
    private string Zone => current.RequiredTenant.Partnership.TimeZone;

    public async Task<Result<ScrutinyAccessChanged>> Handle(GrantScrutinyAccess command, CancellationToken cancellationToken)
    {
        if (await database.ScrutinyBodies.AsNoTracking().FirstOrDefaultAsync(b => b.Id == command.BodyId,
            cancellationToken) is not { } body)
        {
            return Failure.Field(nameof(command.BodyId), "Choose a scrutiny body from the list");
        }

        if (await database.WasAddedAsync<ScrutinyGrant>(command.Id, cancellationToken))
        {
            return new ScrutinyAccessChanged(body.Name);
        }

        var plans = await PlansAsync(command.PlanId, cancellationToken);
        if (plans.Count == 0)
        {
            return Failure.Field(nameof(command.PlanId), "Choose a plan from the list");
        }

        var (officers, unknown) = await OfficersAsync(body.Id, command.Officers, cancellationToken);
        if (unknown.Count > 0)
        {
            return Failure.Field(nameof(command.Officers),
                $"{EnglishText.List(unknown)} is not a link officer of {body.Name}. Check the address, or ask the body to add them");
        }

        var now = time.GetUtcNow();
        var wrong = await MemberAsync(body, cancellationToken)
            ?? await OpenAlreadyAsync(body, plans, officers, now, cancellationToken)
            ?? GrantDays.Wrong(command.From, command.Until, DateFormat.LocalDay(now, Zone));
        if (wrong is not null)
        {
            return wrong;
        }

        await AddAsync(command, body, plans, officers, cancellationToken);
        return new ScrutinyAccessChanged(body.Name);
    }

    private async Task AddAsync(
        GrantScrutinyAccess command, ScrutinyBody body, IReadOnlyList<Guid> plans, IReadOnlyList<Guid> officers,
            CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<Guid?> readers = officers.Count == 0 ? [null] : [.. officers.Select(o => (Guid?)o)];
        var grants = plans.SelectMany(plan => readers.Select(officer => (plan, officer))).Select((g, i) => new ScrutinyGrant
        {
            Id = i == 0 ? command.Id : Guid.CreateVersion7(),
            BodyId = body.Id,
            OfficerUserId = g.officer,
            PlanId = g.plan,
            Scope = command.Scope.GetValueOrDefault(),
            From = command.From is { } day && day > DateFormat.LocalDay(now, Zone) ? DateFormat.StartOf(day, Zone) : now,
            Until = GrantDays.EndOf(command.Until, Zone),
            GrantedByUserId = current.RequiredPerson.UserId,
        }).ToList();
        database.AddRange(grants);
        await notices.GrantedAsync(grants, current.RequiredPerson.DisplayName, cancellationToken);
        log.Add(SecurityEventKind.AccessGranted, detail: body.Name);
        await database.SaveChangesAsync(cancellationToken);
    }

    private Task<List<Guid>> PlansAsync(Guid? planOrInspection, CancellationToken cancellationToken) => database.Plans
        .Where(p => p.Id == planOrInspection || p.Inspections.Any(i => i.InspectionId == planOrInspection)).OrderBy(p => p.Id)
        .Select(p => p.Id).ToListAsync(cancellationToken);

    /// <summary>The officers named by address, and the addresses that are none.</summary>
    private async Task<(IReadOnlyList<Guid> Officers, IReadOnlyList<string> Unknown)> OfficersAsync(
        Guid body, string? typed, CancellationToken cancellationToken)
    {
        var addresses = (typed ?? string.Empty).Split(['\r', '\n', ',', ';', ' '],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var normalized = addresses.ConvertAll(a => a.ToUpperInvariant());
        var found = await database.LinkOfficers.AsNoTracking().Where(o => o.BodyId == body && normalized.Contains(o.User!.NormalizedEmail!))
            .Select(o => new { o.UserId, o.User!.NormalizedEmail }).ToListAsync(cancellationToken);
        return ([.. found.Select(f => f.UserId)],
            [.. addresses.Where(a => found.TrueForAll(f => !string.Equals(f.NormalizedEmail, a, StringComparison.OrdinalIgnoreCase)))]);
    }

    private async Task<Invalid?> MemberAsync(ScrutinyBody body, CancellationToken cancellationToken)
    {
        var member = await database.LinkOfficers.Where(o => o.BodyId == body.Id && database.Memberships.Any(m => m.UserId == o.UserId))
            .Select(o => o.User!.DisplayName).FirstOrDefaultAsync(cancellationToken);
        return member is null ? null : Failure.Field(
            nameof(GrantScrutinyAccess.BodyId),
            $"{member} is a link officer of {body.Name} and a member of this partnership. "
            + "No one can be both. Remove their roles here first, or ask for another officer");
    }

    private async Task<Invalid?> OpenAlreadyAsync(
        ScrutinyBody body, IReadOnlyList<Guid> plans, IReadOnlyList<Guid> officers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isOpen = await database.ScrutinyGrants.AnyAsync(
            g => g.BodyId == body.Id && plans.Contains(g.PlanId) && g.RevokedAt == null && (g.Until == null || g.Until > now)
                && (g.OfficerUserId == null || officers.Contains(g.OfficerUserId.Value)),
            cancellationToken);
        return isOpen
            ? Failure.Field(nameof(GrantScrutinyAccess.BodyId),
                $"{body.Name} can already read this plan. To change what it can read, revoke that access first")
            : null;
    }
}
