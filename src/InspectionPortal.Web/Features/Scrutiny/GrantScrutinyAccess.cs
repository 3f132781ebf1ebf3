using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Lets the link officers of a scrutiny body read a plan, from now on.</summary>
[Requires(Permission.ManagePeople)]
[ConfirmIdentity]
public sealed class GrantScrutinyAccess : ICommand<ScrutinyAccessChanged>
{
    /// <summary>Becomes the grant's key, so that sending the form twice grants once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid? BodyId { get; set; }
    public Guid? PlanId { get; set; }
    public GrantScope? Scope { get; set; }

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
    }
}

internal sealed class GrantScrutinyAccessHandler(
    PortalDbContext database, CurrentSession current, SecurityLog log, AccessNotices notices, TimeProvider time)
    : IRequestHandler<GrantScrutinyAccess, Result<ScrutinyAccessChanged>>, IRequestHandler<RevokeScrutinyAccess, Result<ScrutinyAccessChanged>>
{
    private const int YearsMaximum = 10;

    public async Task<Result<ScrutinyAccessChanged>> Handle(GrantScrutinyAccess command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var body = await database.ScrutinyBodies.AsNoTracking().Where(b => b.Id == command.BodyId)
            .Select(b => new
            {
                b.Id,
                b.Name,
                Member = b.Officers.Where(o => database.Memberships.Any(m => m.UserId == o.UserId)).Select(o => o.User!.DisplayName).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (body is null)
        {
            return Failure.Field(nameof(command.BodyId), "Choose a scrutiny body from the list");
        }

        if (await database.WasAddedAsync<ScrutinyGrant>(command.Id, cancellationToken))
        {
            return new ScrutinyAccessChanged(body.Name);
        }

        if (!await database.Plans.AnyAsync(p => p.Id == command.PlanId, cancellationToken))
        {
            return Failure.Field(nameof(command.PlanId), "Choose a plan from the list");
        }

        if (body.Member is not null)
        {
            return Failure.Field(
                nameof(command.BodyId),
                $"{body.Member} is a link officer of {body.Name} and a member of this partnership. No one can be both. Remove their roles here first, or ask for another officer");
        }

        if (await database.ScrutinyGrants.AnyAsync(
            g => g.BodyId == body.Id && g.PlanId == command.PlanId && g.RevokedAt == null && (g.Until == null || g.Until > now), cancellationToken))
        {
            return Failure.Field(nameof(command.BodyId), $"{body.Name} can already read this plan. To change what it can read, revoke that access first");
        }

        if (WrongEnd(command.Until, now) is { } wrong)
        {
            return wrong;
        }

        var grant = new ScrutinyGrant
        {
            Id = command.Id,
            BodyId = body.Id,
            PlanId = command.PlanId!.Value,
            Scope = command.Scope!.Value,
            From = now,
            Until = EndOf(command.Until),
            GrantedByUserId = current.RequiredPerson.UserId,
        };
        database.Add(grant);
        await notices.GrantedAsync(grant, current.RequiredPerson.DisplayName, cancellationToken);
        log.Add(SecurityEventKind.AccessGranted, detail: body.Name);
        await database.SaveChangesAsync(cancellationToken);
        return new ScrutinyAccessChanged(body.Name);
    }

    public async Task<Result<ScrutinyAccessChanged>> Handle(RevokeScrutinyAccess command, CancellationToken cancellationToken)
    {
        var grant = await database.ScrutinyGrants.Include(g => g.Body).FirstOrDefaultAsync(g => g.Id == command.Id, cancellationToken);
        if (grant is null)
        {
            return new Missing();
        }

        if (grant.RevokedAt is null)
        {
            grant.RevokedAt = time.GetUtcNow();
            grant.RevokedByUserId = current.RequiredPerson.UserId;
            log.Add(SecurityEventKind.AccessRevoked, detail: grant.Body!.Name);
            database.Entry(grant).Property(g => g.Version).OriginalValue = command.Version;
            await database.SaveChangesAsync(cancellationToken);
        }

        return new ScrutinyAccessChanged(grant.Body!.Name);
    }

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(current.RequiredTenant.Partnership.TimeZone);

    private Invalid? WrongEnd(DateOnly? until, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        return until < today || until > today.AddYears(YearsMaximum)
            ? new Invalid([new FieldError(nameof(GrantScrutinyAccess.Until), $"Enter a date from today, within {YearsMaximum} years, or leave it empty")])
            : null;
    }

    /// <summary>The first moment after that day, in the partnership's zone.</summary>
    private DateTimeOffset? EndOf(DateOnly? until)
    {
        if (until is not { } day)
        {
            return null;
        }

        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(midnight, Zone), TimeSpan.Zero);
    }
}
