using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>A scrutiny body, to which partnerships can give access.</summary>
[Requires(Permission.AdministerPlatform)]
public sealed class AddScrutinyBody : ICommand<Guid>, IScrutinyBodyForm
{
    public Guid Id { get; set; }
    public string? Name { get; set; }
    public string? ShortName { get; set; }
}

/// <summary>What the forms about a scrutiny body share.</summary>
internal interface IScrutinyBodyForm
{
    string? Name { get; }

    string? ShortName { get; }
}

internal abstract class ScrutinyBodyRules<T> : AbstractValidator<T>
    where T : IScrutinyBodyForm
{
    protected ScrutinyBodyRules()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Enter the body’s name")
            .MaximumLength(ScrutinyBody.NameMaxLength).WithMessage($"Enter a name of at most {ScrutinyBody.NameMaxLength} characters");
        RuleFor(c => c.ShortName).NotEmpty().WithMessage("Enter the short name that people use for it")
            .MaximumLength(ScrutinyBody.ShortNameMaxLength).WithMessage($"Enter a short name of at most {ScrutinyBody.ShortNameMaxLength} characters");
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
            return Failure.Field(nameof(AddScrutinyBody.ShortName), "Another body has this short name. Choose another");
        }

        var body = new ScrutinyBody { Name = command.Name!, ShortName = command.ShortName! };
        body.Id = command.Id == Guid.Empty || known.Count > 0 ? body.Id : command.Id;
        database.Add(body);
        await database.SaveChangesAsync(cancellationToken);
        return body.Id;
    }
}

[Requires(Permission.AdministerPlatform)]
public sealed class ChangeScrutinyBody : ICommand<bool>, IScrutinyBodyForm
{
    public Guid Id { get; set; }
    public uint Version { get; set; }
    public string? Name { get; set; }
    public string? ShortName { get; set; }
}

internal sealed class ChangeScrutinyBodyValidator : ScrutinyBodyRules<ChangeScrutinyBody>;

internal sealed class ChangeScrutinyBodyHandler(PortalDbContext database) : IRequestHandler<ChangeScrutinyBody, Result<bool>>
{
    public async Task<Result<bool>> Handle(ChangeScrutinyBody command, CancellationToken cancellationToken)
    {
        if (await database.ScrutinyBodies.FirstOrDefaultAsync(b => b.Id == command.Id, cancellationToken) is not { } body)
        {
            return new Missing();
        }

        if (await database.ScrutinyBodies.AnyAsync(b => b.Id != command.Id && b.ShortName == command.ShortName, cancellationToken))
        {
            return Failure.Field(nameof(ChangeScrutinyBody.ShortName), "Another body has this short name. Choose another");
        }

        database.Entry(body).Property(b => b.Version).OriginalValue = command.Version;
        body.Name = command.Name!;
        body.ShortName = command.ShortName!;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
