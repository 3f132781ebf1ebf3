using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Lets the link officers of a scrutiny body read a plan, from now on.</summary>
[Requires(Permission.ManagePeople)]
public sealed class GiveScrutinyAccess : ICommand<ScrutinyAccessChanged>
{
    /// <summary>Becomes the grant's key, so that sending the form twice grants once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid? BodyId { get; set; }
    public Guid? PlanId { get; set; }
    public GrantScope? Scope { get; set; }

    /// <summary>The last day on which it is open; null is until it is taken back.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Ends a grant now: the officers' next click is a 404.</summary>
[Requires(Permission.ManagePeople)]
public sealed class RevokeScrutinyAccess : ICommand<ScrutinyAccessChanged>
{
    [BindNever]
    public Guid Id { get; set; }

    public uint Version { get; set; }
}

public sealed record ScrutinyAccessChanged(string Body);

internal sealed class GiveScrutinyAccessValidator : AbstractValidator<GiveScrutinyAccess>
{
    public GiveScrutinyAccessValidator()
    {
        RuleFor(c => c.BodyId).NotNull().WithMessage("Choose a scrutiny body");
        RuleFor(c => c.PlanId).NotNull().WithMessage("Choose a plan");
        RuleFor(c => c.Scope).Must(s => s is { } scope && Enum.IsDefined(scope)).WithMessage("Choose what they may read");
    }
}

internal sealed class GiveScrutinyAccessHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<GiveScrutinyAccess, Result<ScrutinyAccessChanged>>, IRequestHandler<RevokeScrutinyAccess, Result<ScrutinyAccessChanged>>
{
    private const int YearsMaximum = 10;

    public async Task<Result<ScrutinyAccessChanged>> Handle(GiveScrutinyAccess command, CancellationToken cancellationToken)
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

        if (await database.ScrutinyGrants.AnyAsync(g => g.Id == command.Id, cancellationToken))
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
                $"{body.Member} is a link officer of {body.Name} and a member of this partnership. Nobody can be both: take their roles here away first, or ask for another officer");
        }

        if (await database.ScrutinyGrants.AnyAsync(
            g => g.BodyId == body.Id && g.PlanId == command.PlanId && g.RevokedAt == null && (g.Until == null || g.Until > now), cancellationToken))
        {
            return Failure.Field(nameof(command.BodyId), $"{body.Name} can read this plan already. To change what it may read, take that access back first");
        }

        if (WrongEnd(command.Until, now) is { } wrong)
        {
            return wrong;
        }

        database.Add(new ScrutinyGrant
        {
            Id = command.Id,
            BodyId = body.Id,
            PlanId = command.PlanId!.Value,
            Scope = command.Scope!.Value,
            From = now,
            Until = EndOf(command.Until),
            GrantedByUserId = current.RequiredPerson.UserId,
        });
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
            ? new Invalid([new FieldError(nameof(GiveScrutinyAccess.Until), $"Enter a day from today on, within {YearsMaximum} years, or leave it empty")])
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
