using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>A scrutiny body, to which partnerships can give access.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class AddScrutinyBody : ICommand<Guid>, IScrutinyBodyForm
{
    public Guid Id { get; set; }
    public string? Name { get; set; }
    public string? ShortName { get; set; }
    public string? OfficerTitle { get; set; }
}

/// <summary>What the forms about a scrutiny body share.</summary>
internal interface IScrutinyBodyForm
{
    string? Name { get; }

    string? ShortName { get; }

    /// <summary>What the body calls one of its officers; empty for the usual.</summary>
    string? OfficerTitle { get; }
}

internal abstract class ScrutinyBodyRules<T> : AbstractValidator<T>
    where T : IScrutinyBodyForm
{
    protected ScrutinyBodyRules()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Enter the body’s name")
            .MaxLength(ScrutinyBody.NameMaxLength);
        RuleFor(c => c.ShortName).NotEmpty().WithMessage("Enter a short name")
            .MaxLength(ScrutinyBody.ShortNameMaxLength);
        RuleFor(c => c.OfficerTitle).MaxLength(ScrutinyBody.OfficerTitleMaxLength);
    }
}

internal sealed class AddScrutinyBodyValidator : ScrutinyBodyRules<AddScrutinyBody>;

internal sealed class AddScrutinyBodyHandler(PortalDbContext database) : IRequestHandler<AddScrutinyBody, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddScrutinyBody command, CancellationToken cancellationToken)
    {
        var known = await database.ScrutinyBodies.AsNoTracking()
            .Where(b => b.Id == command.Id || b.ShortName == command.ShortName).Select(b => new { b.Id, b.ShortName }).ToListAsync(cancellationToken);
        if (known.Any(b => b.Id == command.Id && b.ShortName == command.ShortName))
        {
            return command.Id;
        }

        if (known.Any(b => b.ShortName == command.ShortName))
        {
            return Failure.Field(nameof(AddScrutinyBody.ShortName), "Another body has this short name. Enter a different one");
        }

        var body = new ScrutinyBody
        {
            Name = command.Name!,
            ShortName = command.ShortName!,
            OfficerTitle = command.OfficerTitle ?? ScrutinyBody.DefaultOfficerTitle,
        };
        body.Id = command.Id == Guid.Empty || known.Count > 0 ? body.Id : command.Id;
        database.Add(body);
        await database.SaveChangesAsync(cancellationToken);
        return body.Id;
    }
}
