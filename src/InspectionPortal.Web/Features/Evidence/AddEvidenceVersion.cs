using FluentValidation;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A newer version of an item. The versions before it stay, and so does what was released of them.</summary>
[Requires(Permission.AddEvidence)]
public sealed class AddEvidenceVersion : EvidenceBody, ICommand<EvidenceAdded>
{
    /// <summary>Becomes the version's key, so that sending the form twice adds it once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>From the address.</summary>
    [BindNever]
    public Guid ItemId { get; set; }
}

internal sealed class AddEvidenceVersionHandler(
    PortalDbContext database, CurrentSession current, OwnItems own, EvidenceFileKeeper files, TimeProvider time)
    : IRequestHandler<AddEvidenceVersion, Result<EvidenceAdded>>
{
    public async Task<Result<EvidenceAdded>> Handle(AddEvidenceVersion command, CancellationToken cancellationToken)
    {
        var item = await own.Items().AsNoTracking().Where(i => i.Id == command.ItemId && i.WithdrawnAt == null)
            .Select(i => new { i.Form, Latest = i.Versions.Max(v => v.Number) }).FirstOrDefaultAsync(cancellationToken);
        if (item is null)
        {
            return new Missing();
        }

        if (await FindAsync(command, cancellationToken) is { } sentBefore)
        {
            return sentBefore;
        }

        if (Check(command, item.Form) is { } wrong)
        {
            return wrong;
        }

        var taken = item.Form == EvidenceForm.File ? await files.TakeAsync(command, cancellationToken) : null;
        if (taken?.Failure is { } refused)
        {
            return refused;
        }

        if (taken?.Value is { Length: > 1 })
        {
            return Failure.Field(nameof(command.File), "Choose one file. Each version is one file");
        }

        var number = item.Latest + 1;
        var version = command.ToVersion(item.Form, taken?.Value?[0]);
        (version.Id, version.ItemId, version.Number) = (command.Id, command.ItemId, number);
        (version.AddedByUserId, version.AddedAt) = (current.RequiredPerson.UserId, time.GetUtcNow());
        database.Add(version);
        await database.SaveChangesAsync(cancellationToken);
        await files.KeepAsync(taken?.Value ?? [], cancellationToken);
        return new EvidenceAdded(command.ItemId, number);
    }

    /// <summary>The rules depend on the form that the item has, which only the database knows.</summary>
    private static Invalid? Check(AddEvidenceVersion command, EvidenceForm form)
    {
        var rules = new InlineValidator<AddEvidenceVersion>();
        rules.AddRulesFor(_ => form);
        var outcome = rules.Validate(command);
        return outcome.IsValid ? null : new Invalid([.. outcome.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorMessage))]);
    }

    private Task<EvidenceAdded?> FindAsync(AddEvidenceVersion command, CancellationToken cancellationToken) =>
        database.EvidenceVersions.AsNoTracking().Where(v => v.Id == command.Id && v.ItemId == command.ItemId)
            .Select(v => new EvidenceAdded(v.ItemId, v.Number)).FirstOrDefaultAsync(cancellationToken);
}
