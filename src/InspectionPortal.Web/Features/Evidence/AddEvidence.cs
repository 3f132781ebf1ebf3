using FluentValidation;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Someone adds a file, a link or a note and says what it proves.</summary>
[Requires(Permission.AddEvidence)]
public sealed class AddEvidence : EvidenceBody, ICommand<EvidenceAdded>
{
    /// <summary>Becomes the item's key, so that sending the form twice adds it once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public EvidenceForm? Form { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    /// <summary>The day that it is about or was made on.</summary>
    public DateOnly? MadeOn { get; set; }
    public string? Source { get; set; }
    public EvidenceType? Kind { get; set; }
    public EvidenceClassification? Classification { get; set; } = EvidenceClassification.Official;
    public bool HasPersonalData { get; set; }
    public List<Guid> RecommendationIds { get; set; } = [];
    public List<Guid> ProjectIds { get; set; } = [];
    public List<Guid> MeasureIds { get; set; } = [];

    /// <summary>The update it came with; it then proves that update's project too.</summary>
    public Guid? UpdateId { get; set; }
}

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidence>
{
    private const int LinksMaximum = 50;

    public AddEvidenceValidator()
    {
        RuleFor(c => c.Form).Must(v => v is { } chosen && Enum.IsDefined(chosen)).WithMessage("Choose a file, a link or a note");
        this.AddRulesFor(c => c.Form);
        RuleFor(c => c.Title).NotEmpty().WithMessage("Enter a title").MaxLength(EvidenceItem.TitleMaxLength);
        RuleFor(c => c.Description).MaxLength(EvidenceItem.DescriptionMaxLength);
        RuleFor(c => c.Source).MaxLength(EvidenceItem.SourceMaxLength);
        RuleFor(c => c.Kind).Must(v => v is { } chosen && Enum.IsDefined(chosen)).WithMessage("Choose the type of evidence");
        RuleFor(c => c.Classification).Must(v => v is { } chosen && Enum.IsDefined(chosen)).WithMessage("Choose a classification");
        RuleFor(c => c.ProjectIds).Must((c, _) => Links(c) is > 0 and <= LinksMaximum)
            .WithMessage($"Choose what it is evidence for: from 1 to {LinksMaximum} items");
    }

    private static int Links(AddEvidence c) =>
        c.RecommendationIds.Count + c.ProjectIds.Count + c.MeasureIds.Count + (c.UpdateId is null ? 0 : 1);
}

internal sealed class AddEvidenceHandler(
    PortalDbContext database, CurrentSession current, OwnItems own, EvidenceFileKeeper files, TimeProvider time)
    : IRequestHandler<AddEvidence, Result<EvidenceAdded>>
{
    public async Task<Result<EvidenceAdded>> Handle(AddEvidence command, CancellationToken cancellationToken)
    {
        var added = new EvidenceAdded(command.Id, 1) { Update = await OpenUpdateAsync(command.UpdateId, cancellationToken) };
        if (await database.WasAddedAsync<EvidenceItem>(command.Id, cancellationToken))
        {
            return added;
        }

        if (await WrongLinkAsync(command, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var taken = command.Form == EvidenceForm.File ? await files.TakeAsync(command, cancellationToken) : null;
        if (taken?.Failure is { } refused)
        {
            return refused;
        }

        var several = taken?.Value ?? [];
        IEnumerable<EvidenceItem> items = several.Length == 0 ? [Item(command, null, several)]
            : several.Select(file => Item(command, file, several));
        database.AddRange(items);
        await database.SaveChangesAsync(cancellationToken);
        await files.KeepAsync(several, cancellationToken);
        return added with
        {
            Count = Math.Max(1, several.Length),
            SameAs = await SameAsAsync(command.Id, cancellationToken),
        };
    }

    /// <summary>The title of other evidence with the same content; null where there is none.</summary>
    private async Task<string?> SameAsAsync(Guid id, CancellationToken cancellationToken)
    {
        var hashes = database.EvidenceVersions.Where(v => v.ItemId == id).Select(v => v.Sha256);
        return await database.EvidenceVersions.Where(v => v.ItemId != id && hashes.Contains(v.Sha256)).OrderBy(v => v.AddedAt)
            .Select(v => v.Item!.Title).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<(Guid ProjectId, Guid PeriodId)?> OpenUpdateAsync(Guid? id, CancellationToken cancellationToken)
    {
        var open = id is null ? null : await own.Projects().SelectMany(p => p.Updates)
            .Where(u => u.Id == id && (u.State == UpdateState.Draft || u.State == UpdateState.SentBack))
            .Select(u => new { u.ProjectId, u.PeriodId }).FirstOrDefaultAsync(cancellationToken);
        return open is null ? null : (open.ProjectId, open.PeriodId);
    }

    /// <summary>Something that is not there and something that is not this person's are refused in the same words.</summary>
    private async Task<Failure?> WrongLinkAsync(AddEvidence command, CancellationToken cancellationToken)
    {
        var recommendations = own.IsEverything
            ? await database.Recommendations.CountAsync(r => command.RecommendationIds.Contains(r.Id), cancellationToken)
            : 0;
        if (recommendations != command.RecommendationIds.Distinct().Count())
        {
            return Failure.Field(nameof(command.RecommendationIds), "Choose from the list. You can add evidence to items you lead");
        }

        if (await own.Projects().CountAsync(p => command.ProjectIds.Contains(p.Id), cancellationToken) != command.ProjectIds.Distinct().Count()
            || (command.UpdateId is { } update && !await own.Projects().AnyAsync(p => p.Updates.Any(u => u.Id == update), cancellationToken)))
        {
            return Failure.Field(nameof(command.ProjectIds), "Choose from the list. You can add evidence to items you lead");
        }

        return await own.Measures().CountAsync(m => command.MeasureIds.Contains(m.Id), cancellationToken) == command.MeasureIds.Distinct().Count()
            ? null
            : Failure.Field(nameof(command.MeasureIds), "Choose from the list. You can add evidence to items you lead");
    }

    /// <summary>One piece of evidence for each file. Where there are several, the file's name tells them apart.</summary>
    private EvidenceItem Item(AddEvidence command, StoredFile? file, StoredFile[] several)
    {
        var (user, now) = (current.RequiredPerson.UserId, time.GetUtcNow());
        var item = new EvidenceItem
        {
            Id = file is null || file == several[0] ? command.Id : Guid.CreateVersion7(),
            Title = several.Length < 2 ? command.Title!
                : EnglishText.Cut($"{command.Title}: {file!.FileName}", EvidenceItem.TitleMaxLength),
            Description = command.Description,
            Form = command.Form!.Value,
            Kind = command.Kind!.Value,
            Classification = command.Classification!.Value,
            MadeOn = command.MadeOn,
            Source = command.Source,
            HasPersonalData = command.HasPersonalData,
            AddedByUserId = user,
            AddedAt = now,
        };
        var version = command.ToVersion(item.Form, file);
        (version.Number, version.AddedByUserId, version.AddedAt) = (1, user, now);
        item.Versions.Add(version);
        item.Links.AddRange(Links(command));
        return item;
    }

    private static List<EvidenceLink> Links(AddEvidence command)
    {
        List<EvidenceLink> links =
        [
            .. command.RecommendationIds.Distinct().Select(id => new EvidenceLink { RecommendationId = id }),
            .. command.ProjectIds.Distinct().Select(id => new EvidenceLink { ProjectId = id }),
            .. command.MeasureIds.Distinct().Select(id => new EvidenceLink { MeasureId = id }),
        ];
        if (command.UpdateId is { } update)
        {
            links.Add(new EvidenceLink { UpdateId = update });
        }

        return links;
    }
}
