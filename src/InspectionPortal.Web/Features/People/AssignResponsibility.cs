using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

/// <summary>A member holds a responsibility from a day on, perhaps until another.</summary>
[CanUndo]
[Requires(Permission.ManagePeople)]
public sealed class AssignResponsibility : ICommand<Guid>, IHoldingForm
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
    private const string NotADate = "Enter a date, like 30 September 2026";

    protected HoldingRules()
    {
        RuleFor(c => c.From).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the first day they are assigned to it")
            .Must(text => TypedInput.Date(text) is not null).WithMessage(NotADate);
        RuleFor(c => c.Until).Must(text => text is null || TypedInput.Date(text) is not null).WithMessage(NotADate);
        RuleFor(c => c.Until).Must((form, text) => TypedInput.Date(text) >= TypedInput.Date(form.From))
            .When(c => TypedInput.Date(c.Until) is not null && TypedInput.Date(c.From) is not null)
            .WithMessage("Last day must be the same as or after the first day");
    }
}

internal sealed class AssignResponsibilityValidator : HoldingRules<AssignResponsibility>
{
    public AssignResponsibilityValidator()
    {
        RuleFor(c => c.UserId).NotEmpty().WithMessage("Choose who to assign");
        RuleFor(c => c.ResponsibilityId).NotEmpty().WithMessage("Choose a responsibility");
    }
}

internal sealed class AssignResponsibilityHandler(PortalDbContext database) : IRequestHandler<AssignResponsibility, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AssignResponsibility command, CancellationToken cancellationToken)
    {
        if (!await database.Memberships.AnyAsync(m => m.UserId == command.UserId, cancellationToken))
        {
            return Failure.Field(nameof(AssignResponsibility.UserId), "Choose a member of the partnership");
        }

        if (!await database.LeadResponsibilities.AnyAsync(r => r.Id == command.ResponsibilityId, cancellationToken))
        {
            return Failure.Field(nameof(AssignResponsibility.ResponsibilityId), "Choose a responsibility from the list");
        }

        var (from, until) = (TypedInput.Date(command.From)!.Value, TypedInput.Date(command.Until));
        var known = await database.ResponsibilityHolders.AsNoTracking()
            .Where(h => h.Id == command.Id || (h.UserId == command.UserId && h.LeadResponsibilityId == command.ResponsibilityId))
            .ToListAsync(cancellationToken);
        var held = known.FindAll(h => h.UserId == command.UserId && h.LeadResponsibilityId == command.ResponsibilityId);
        if (held.Exists(h => h.Id == command.Id && h.From == from && h.Until == until))
        {
            return command.UserId!.Value;
        }

        if (held.Exists(h => h.Overlaps(from, until)))
        {
            return Failure.Field(nameof(AssignResponsibility.From), Overlap.Message);
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
    public const string Message = "They are already assigned to this responsibility on some of these dates";
}
