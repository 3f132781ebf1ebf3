using FluentValidation;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>Changes what is said about evidence and what it is evidence for. Its versions and their releases stay as they are.</summary>
[CanUndo]
[Requires(Permission.AddEvidence)]
public sealed class EditEvidence : FormFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }

    public string? Title { get; set; }
    public string? Description { get; set; }
    public DateOnly? MadeOn { get; set; }
    public string? Source { get; set; }
    public EvidenceType? Kind { get; set; }
    public EvidenceClassification? Classification { get; set; }
    public bool HasPersonalData { get; set; }
    public List<Guid> RecommendationIds { get; set; } = [];
    public List<Guid> ProjectIds { get; set; } = [];
    public List<Guid> MeasureIds { get; set; } = [];

    public EvidenceFormPage Choices() => (EvidenceFormPage)RequiredPage();
}

internal sealed class EditEvidenceValidator : AbstractValidator<EditEvidence>
{
    public EditEvidenceValidator()
    {
        RuleFor(c => c.Title).Required("Enter a title").MaxLength(EvidenceItem.TitleMaxLength);
        RuleFor(c => c.Description).MaxLength(EvidenceItem.DescriptionMaxLength);
        RuleFor(c => c.Source).MaxLength(EvidenceItem.SourceMaxLength);
        RuleFor(c => c.Kind).Must(v => v is { } chosen && Enum.IsDefined(chosen)).WithMessage("Choose the type of evidence");
        RuleFor(c => c.Classification).Must(v => v is { } chosen && Enum.IsDefined(chosen)).WithMessage("Choose a classification");
    }
}

internal sealed class EditEvidenceHandler(PortalDbContext database, OwnItems own) : IRequestHandler<EditEvidence, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditEvidence command, CancellationToken cancellationToken)
    {
        var item = await own.Items().Include(i => i.Links)
            .FirstOrDefaultAsync(i => i.Id == command.Id && i.WithdrawnAt == null, cancellationToken);
        if (item is null)
        {
            return new Missing();
        }

        // What is not offered to this person stays as it is: another's work, an update, a sub-action.
        var offered = await own.OfferedAsync(cancellationToken);
        List<Guid> chosen = [.. command.RecommendationIds, .. command.ProjectIds, .. command.MeasureIds];
        if (chosen.Exists(id => !offered.Contains(id)))
        {
            return Failure.Field(nameof(command.ProjectIds), "Choose from the list. You can choose items you lead");
        }

        if (Relink(item, offered, command) == 0)
        {
            return Failure.Field(nameof(command.ProjectIds), "Choose what it is evidence for: at least 1 item");
        }

        (item.Title, item.Description, item.MadeOn, item.Source) = (command.Title!, command.Description, command.MadeOn, command.Source);
        (item.Kind, item.Classification) = (command.Kind!.Value, command.Classification!.Value);
        item.HasPersonalData = command.HasPersonalData;
        if (database.Check(item, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/evidence/{item.Id}", "Evidence changed.");
    }

    /// <summary>Links what was chosen and lets go what was not; returns how many links there are then.</summary>
    private int Relink(EvidenceItem item, HashSet<Guid> offered, EditEvidence command)
    {
        List<Guid> chosen = [.. command.RecommendationIds, .. command.ProjectIds, .. command.MeasureIds];
        var gone = item.Links.FindAll(l => Target(l) is { } id && offered.Contains(id) && !chosen.Contains(id));
        var there = item.Links.Select(Target).ToHashSet();
        List<EvidenceLink> added =
        [
            .. command.RecommendationIds.Distinct().Where(id => !there.Contains(id))
                .Select(id => new EvidenceLink { ItemId = item.Id, RecommendationId = id }),
            .. command.ProjectIds.Distinct().Where(id => !there.Contains(id))
                .Select(id => new EvidenceLink { ItemId = item.Id, ProjectId = id }),
            .. command.MeasureIds.Distinct().Where(id => !there.Contains(id))
                .Select(id => new EvidenceLink { ItemId = item.Id, MeasureId = id }),
        ];
        var count = item.Links.Count - gone.Count + added.Count;
        database.RemoveRange(gone);
        database.AddRange(added);
        return count;
    }

    private static Guid? Target(EvidenceLink link) => link.RecommendationId ?? link.ProjectId ?? link.MeasureId;
}
