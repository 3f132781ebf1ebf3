using System.Globalization;
using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>A member holds a responsibility from a day on, perhaps until another.</summary>
[Requires(Permission.ManagePeople)]
public sealed class HoldResponsibility : ICommand<Guid>, IHoldingForm
{
    public Guid Id { get; set; }
    public Guid? UserId { get; set; }
    public Guid? ResponsibilityId { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
}

/// <summary>What the forms about holding a responsibility share: dates as people type them.</summary>
internal interface IHoldingForm
{
    string? From { get; }

    string? Until { get; }
}

internal abstract class HoldingRules<T> : AbstractValidator<T>
    where T : IHoldingForm
{
    private const string NotADate = "Enter a real date, such as 30 September 2026";

    protected HoldingRules()
    {
        RuleFor(c => c.From).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the first day on which they hold it")
            .Must(text => TypedDate.Read(text) is not null).WithMessage(NotADate);
        RuleFor(c => c.Until).Must(text => text is null || TypedDate.Read(text) is not null).WithMessage(NotADate);
        RuleFor(c => c.Until).Must((form, text) => TypedDate.Read(text) >= TypedDate.Read(form.From))
            .When(c => TypedDate.Read(c.Until) is not null && TypedDate.Read(c.From) is not null)
            .WithMessage("The last day cannot be before the first");
    }
}

/// <summary>Reads a date as people type it.</summary>
internal static class TypedDate
{
    private static readonly string[] Formats = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd"];

    /// <summary>The date, or null where there is none in these centuries.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Formats, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.AllowWhiteSpaces, out var date)
        && date.Year is >= 1990 and <= 2100
            ? date
            : null;

    public static string Show(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

internal sealed class HoldResponsibilityValidator : HoldingRules<HoldResponsibility>
{
    public HoldResponsibilityValidator()
    {
        RuleFor(c => c.UserId).NotEmpty().WithMessage("Choose who holds it");
        RuleFor(c => c.ResponsibilityId).NotEmpty().WithMessage("Choose a responsibility");
    }
}

internal sealed class HoldResponsibilityHandler(PortalDbContext database) : IRequestHandler<HoldResponsibility, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(HoldResponsibility command, CancellationToken cancellationToken)
    {
        if (!await database.Memberships.AnyAsync(m => m.UserId == command.UserId, cancellationToken))
        {
            return Failure.Field(nameof(HoldResponsibility.UserId), "Choose a member of the partnership");
        }

        if (!await database.LeadResponsibilities.AnyAsync(r => r.Id == command.ResponsibilityId, cancellationToken))
        {
            return Failure.Field(nameof(HoldResponsibility.ResponsibilityId), "Choose a responsibility from the list");
        }

        var (from, until) = (TypedDate.Read(command.From)!.Value, TypedDate.Read(command.Until));
        var known = await database.ResponsibilityHolders.AsNoTracking()
            .Where(h => h.Id == command.Id || (h.UserId == command.UserId && h.LeadResponsibilityId == command.ResponsibilityId))
            .ToListAsync(cancellationToken);
        var held = known.FindAll(h => h.UserId == command.UserId && h.LeadResponsibilityId == command.ResponsibilityId);
        if (held.Exists(h => h.Id == command.Id && h.From == from && h.Until == until))
        {
            return command.UserId!.Value;
        }

        if (held.Exists(h => Overlap.Is(h, from, until)))
        {
            return Failure.Field(nameof(HoldResponsibility.From), Overlap.Message);
        }

        var holding = new ResponsibilityHolder { UserId = command.UserId!.Value, LeadResponsibilityId = command.ResponsibilityId!.Value, From = from, Until = until };
        holding.Id = command.Id == Guid.Empty || known.Exists(h => h.Id == command.Id) ? holding.Id : command.Id;
        database.Add(holding);
        await database.SaveChangesAsync(cancellationToken);
        return command.UserId.Value;
    }
}

/// <summary>Nobody holds the same thing twice on one day.</summary>
internal static class Overlap
{
    public const string Message = "They hold this responsibility already within these dates";

    public static bool Is(ResponsibilityHolder held, DateOnly from, DateOnly? until) =>
        (until is null || held.From <= until) && (held.Until is null || held.Until >= from);
}

/// <summary>Puts the dates right from which until which someone holds a responsibility.</summary>
[Requires(Permission.ManagePeople)]
public sealed class ChangeHolding : ICommand<Guid>, IHoldingForm
{
    public Guid Id { get; set; }
    public uint Version { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
}

internal sealed class ChangeHoldingValidator : HoldingRules<ChangeHolding>;

internal sealed class ChangeHoldingHandler(PortalDbContext database) : IRequestHandler<ChangeHolding, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ChangeHolding command, CancellationToken cancellationToken)
    {
        if (await database.ResponsibilityHolders.FirstOrDefaultAsync(h => h.Id == command.Id, cancellationToken) is not { } holding)
        {
            return new Missing();
        }

        var (from, until) = (TypedDate.Read(command.From)!.Value, TypedDate.Read(command.Until));
        var others = await database.ResponsibilityHolders.AsNoTracking()
            .Where(h => h.Id != holding.Id && h.UserId == holding.UserId && h.LeadResponsibilityId == holding.LeadResponsibilityId)
            .ToListAsync(cancellationToken);
        if (others.Exists(h => Overlap.Is(h, from, until)))
        {
            return Failure.Field(nameof(ChangeHolding.From), Overlap.Message);
        }

        database.Entry(holding).Property(h => h.Version).OriginalValue = command.Version;
        holding.From = from;
        holding.Until = until;
        await database.SaveChangesAsync(cancellationToken);
        return holding.UserId;
    }
}

/// <summary>Someone no longer holds a responsibility, from now on.</summary>
[Requires(Permission.ManagePeople)]
public sealed class EndHolding : ICommand<Guid>
{
    public Guid Id { get; set; }
}

internal sealed class EndHoldingHandler(PortalDbContext database, PartnershipTime time) : IRequestHandler<EndHolding, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(EndHolding command, CancellationToken cancellationToken)
    {
        if (await database.ResponsibilityHolders.FirstOrDefaultAsync(h => h.Id == command.Id, cancellationToken) is not { } holding)
        {
            return new Missing();
        }

        var userId = holding.UserId;
        End(database, holding, time.Today);
        await database.SaveChangesAsync(cancellationToken);
        return userId;
    }

    /// <summary>Yesterday was the last day; what began only today or later was never held.</summary>
    public static void End(PortalDbContext database, ResponsibilityHolder holding, DateOnly today)
    {
        if (holding.From >= today)
        {
            database.Remove(holding);
        }
        else if (holding.Until is null || holding.Until >= today)
        {
            holding.Until = today.AddDays(-1);
        }
    }
}

/// <summary>What the forms about holding a responsibility show: members, responsibilities, and the row itself where there is one.</summary>
[Requires(Permission.ManagePeople)]
public sealed record ShowHolding(Guid? Id) : IQuery<HoldingPage>;

internal sealed class ShowHoldingHandler(PortalDbContext database) : IRequestHandler<ShowHolding, HoldingPage?>
{
    public async Task<HoldingPage?> Handle(ShowHolding query, CancellationToken cancellationToken)
    {
        HoldingFact? row = null;
        if (query.Id is { } id)
        {
            row = await database.ResponsibilityHolders.AsNoTracking().Where(h => h.Id == id)
                .Select(h => new HoldingFact(h.Id, h.UserId, h.User!.DisplayName, h.LeadResponsibility!.Name, h.From, h.Until, h.Version))
                .FirstOrDefaultAsync(cancellationToken);
            if (row is null)
            {
                return null;
            }
        }

        var people = await database.Memberships.AsNoTracking().Select(m => new { m.UserId, m.User!.DisplayName, m.User.Email }).Distinct()
            .OrderBy(m => m.DisplayName).ToListAsync(cancellationToken);
        var responsibilities = await database.LeadResponsibilities.AsNoTracking().OrderBy(r => r.Name)
            .Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
        return new HoldingPage(
            row, [.. people.Select(p => (p.UserId, $"{p.DisplayName}, {p.Email}"))], [.. responsibilities.Select(r => (r.Id, r.Name))]);
    }
}

public sealed record HoldingPage(
    HoldingFact? Holding, IReadOnlyList<(Guid Id, string Name)> People, IReadOnlyList<(Guid Id, string Name)> Responsibilities);

public sealed record HoldingFact(Guid Id, Guid UserId, string Person, string Responsibility, DateOnly From, DateOnly? Until, uint Version);
