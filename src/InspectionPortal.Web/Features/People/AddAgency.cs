using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>Whoever speaks or leads in this partnership.</summary>
[Requires(Permission.ManagePeople)]
public sealed class AddAgency : ICommand<Guid>, IAgencyForm
{
    public Guid Id { get; set; }
    public string? Code { get; set; }
    public string? Name { get; set; }
    public AgencyKind Kind { get; set; }
    public string? Chair { get; set; }
    public Guid? ReportsToId { get; set; }
}

/// <summary>What the forms about an agency share.</summary>
internal interface IAgencyForm
{
    string? Code { get; }

    string? Name { get; }

    AgencyKind Kind { get; }

    string? Chair { get; }
}

internal abstract class AgencyRules<T> : AbstractValidator<T>
    where T : IAgencyForm
{
    protected AgencyRules()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Enter the agency’s name")
            .MaximumLength(Agency.NameMaxLength).WithMessage($"Enter a name of at most {Agency.NameMaxLength} characters");
        RuleFor(c => c.Code).NotEmpty().WithMessage("Enter the short name that stands beside what it says, such as “CSW”")
            .MaximumLength(Agency.CodeMaxLength).WithMessage($"Enter a short name of at most {Agency.CodeMaxLength} characters");
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose what it is");
        RuleFor(c => c.Chair).MaximumLength(Agency.NameMaxLength).WithMessage($"Enter at most {Agency.NameMaxLength} characters");
    }
}

internal sealed class AddAgencyValidator : AgencyRules<AddAgency>;

internal sealed class AddAgencyHandler(PortalDbContext database) : IRequestHandler<AddAgency, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddAgency command, CancellationToken cancellationToken)
    {
        var all = await database.Agencies.AsNoTracking().Select(a => new { a.Id, a.Code }).ToListAsync(cancellationToken);
        if (all.Exists(a => a.Id == command.Id && a.Code == command.Code))
        {
            return command.Id;
        }

        if (all.Exists(a => a.Code == command.Code))
        {
            return AgencyChecks.Taken;
        }

        if (command.ReportsToId is { } above && !all.Exists(a => a.Id == above))
        {
            return AgencyChecks.NotThere;
        }

        var agency = new Agency
        {
            Code = command.Code!,
            Name = command.Name!,
            Kind = command.Kind,
            Chair = command.Chair,
            ReportsToId = command.ReportsToId,
        };
        agency.Id = command.Id == Guid.Empty || all.Exists(a => a.Id == command.Id) ? agency.Id : command.Id;
        database.Add(agency);
        await database.SaveChangesAsync(cancellationToken);
        return agency.Id;
    }
}

internal static class AgencyChecks
{
    public static Failure Taken { get; } = Failure.Field(nameof(AddAgency.Code), "Another agency has this short name. Choose another");

    public static Failure NotThere { get; } = Failure.Field(nameof(AddAgency.ReportsToId), "Choose an agency from the list");

    public static Failure Circle { get; } = Failure.Field(
        nameof(AddAgency.ReportsToId), "This one reports, directly or by others, to the agency you are changing. Choose one that does not");

    /// <summary>The agencies from <paramref name="first"/> upwards, each once.</summary>
    public static IReadOnlyList<Agency> Above(Guid? first, IReadOnlyDictionary<Guid, Agency> all)
    {
        var chain = new List<Agency>();
        while (first is { } id && all.TryGetValue(id, out var agency) && !chain.Contains(agency))
        {
            chain.Add(agency);
            first = agency.ReportsToId;
        }

        return chain;
    }
}

[Requires(Permission.ManagePeople)]
public sealed class ChangeAgency : ICommand<bool>, IAgencyForm
{
    public Guid Id { get; set; }
    public uint Version { get; set; }
    public string? Code { get; set; }
    public string? Name { get; set; }
    public AgencyKind Kind { get; set; }
    public string? Chair { get; set; }
    public Guid? ReportsToId { get; set; }
}

internal sealed class ChangeAgencyValidator : AgencyRules<ChangeAgency>;

internal sealed class ChangeAgencyHandler(PortalDbContext database) : IRequestHandler<ChangeAgency, Result<bool>>
{
    public async Task<Result<bool>> Handle(ChangeAgency command, CancellationToken cancellationToken)
    {
        var all = await database.Agencies.ToDictionaryAsync(a => a.Id, cancellationToken);
        if (!all.TryGetValue(command.Id, out var agency))
        {
            return new Missing();
        }

        if (all.Values.Any(a => a.Id != command.Id && a.Code == command.Code))
        {
            return AgencyChecks.Taken;
        }

        if (command.ReportsToId is { } above && !all.ContainsKey(above))
        {
            return AgencyChecks.NotThere;
        }

        var chain = AgencyChecks.Above(command.ReportsToId, all);
        if (chain.Contains(agency))
        {
            return AgencyChecks.Circle;
        }

        // Written again unchanged, so that two changes at the same moment cannot close a circle between them.
        foreach (var step in command.ReportsToId == agency.ReportsToId ? [] : chain)
        {
            database.Entry(step).Property(a => a.ReportsToId).IsModified = true;
        }

        database.Entry(agency).Property(a => a.Version).OriginalValue = command.Version;
        agency.Code = command.Code!;
        agency.Name = command.Name!;
        agency.Kind = command.Kind;
        agency.Chair = command.Chair;
        agency.ReportsToId = command.ReportsToId;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
