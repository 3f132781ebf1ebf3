using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>A post, group, team or person that answers for things.</summary>
[Requires(Permission.ManagePeople)]
public sealed class AddResponsibility : ICommand<Guid>, IResponsibilityForm
{
    public Guid Id { get; set; }
    public string? Name { get; set; }
    public ResponsibilityKind Kind { get; set; }
    public Guid? AgencyId { get; set; }
}

/// <summary>What the forms about a responsibility share.</summary>
internal interface IResponsibilityForm
{
    string? Name { get; }

    ResponsibilityKind Kind { get; }
}

internal abstract class ResponsibilityRules<T> : AbstractValidator<T>
    where T : IResponsibilityForm
{
    protected ResponsibilityRules()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Enter the name, as in the plan")
            .MaxLength(LeadResponsibility.NameMaxLength);
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose a type");
    }
}

internal sealed class AddResponsibilityValidator : ResponsibilityRules<AddResponsibility>;

internal sealed class AddResponsibilityHandler(PortalDbContext database) : IRequestHandler<AddResponsibility, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddResponsibility command, CancellationToken cancellationToken)
    {
        if (await ResponsibilityChecks.RefuseAsync(database, command.AgencyId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var known = await database.LeadResponsibilities.AsNoTracking()
            .Where(r => r.Id == command.Id || r.Name == command.Name).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
        if (known.Exists(r => r.Id == command.Id && r.Name == command.Name))
        {
            return command.Id;
        }

        if (known.Exists(r => r.Name == command.Name))
        {
            return ResponsibilityChecks.Taken;
        }

        var responsibility = new LeadResponsibility { Name = command.Name!, Kind = command.Kind, AgencyId = command.AgencyId };
        responsibility.Id = command.Id == Guid.Empty || known.Count > 0 ? responsibility.Id : command.Id;
        database.Add(responsibility);
        await database.SaveChangesAsync(cancellationToken);
        return responsibility.Id;
    }
}

internal static class ResponsibilityChecks
{
    public static Failure Taken { get; } =
        Failure.Field(nameof(AddResponsibility.Name), "There is already a responsibility with this name. Enter another name, or edit that responsibility");

    public static async Task<Failure?> RefuseAsync(PortalDbContext database, Guid? agencyId, CancellationToken cancellationToken) =>
        agencyId is { } id && !await database.Agencies.AnyAsync(a => a.Id == id, cancellationToken)
            ? Failure.Field(nameof(AddResponsibility.AgencyId), "Choose an agency from the list")
            : null;
}
