using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
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
            .MaxLength(Agency.NameMaxLength);
        RuleFor(c => c.Code).NotEmpty().WithMessage("Enter a short name, like CSW")
            .MaxLength(Agency.CodeMaxLength);
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose a type");
        RuleFor(c => c.Chair).MaxLength(Agency.NameMaxLength);
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
    public static Failure Taken { get; } = Failure.Field(nameof(AddAgency.Code), "Another agency has this short name. Enter a different one");

    public static Failure NotThere { get; } = Failure.Field(nameof(AddAgency.ReportsToId), "Choose an agency from the list");

    public static Failure Circle { get; } = Failure.Field(
        nameof(AddAgency.ReportsToId), "This agency reports to the agency you are changing, directly or through others. Choose one that does not");
}
