using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>The form of an inspection; of a new one where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetInspectionForm(Guid? Id) : IQuery<InspectionFields>;

internal sealed class GetInspectionFormHandler(PortalDbContext database) : IRequestHandler<GetInspectionForm, InspectionFields?>
{
    public async Task<InspectionFields?> Handle(GetInspectionForm query, CancellationToken cancellationToken)
    {
        if (query.Id is null)
        {
            return new AddInspection { Page = Page("Add an inspection", "Add", null, "~/inspections") };
        }

        var inspection = await database.Inspections.AsNoTracking().AsSplitQuery().Include(i => i.Bodies).Include(i => i.Questions)
            .Include(i => i.Strengths).Include(i => i.Gradings).SingleOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        return inspection is null
            ? null
            : Fill(inspection, Page("Edit this inspection", "Save", inspection.Title, $"~/inspections/{inspection.Id}", await RemovalAsync(inspection.Id, cancellationToken)));
    }

    private async Task<Removal> RemovalAsync(Guid id, CancellationToken cancellationToken) => new(
        $"~/inspections/{id}/remove", "this inspection", "Its dates, questions, gradings and strengths will also be removed.",
        await InspectionHanging.OnAsync(database, id, cancellationToken));

    private static FormPage Page(string title, string button, string? caption, string back, Removal? removal = null) => new()
    {
        Title = title,
        Button = button,
        Caption = caption,
        Place = "inspections",
        Back = back,
        Removal = removal,
        Crumbs = caption is null ? [new Crumb("Inspections", "~/inspections")] : [new Crumb("Inspections", "~/inspections"), new Crumb(EnglishText.Cut(caption, 60), back)],
    };

    private static EditInspection Fill(Inspection inspection, FormPage page) => new()
    {
        Id = inspection.Id,
        Version = inspection.Version,
        Page = page,
        Kind = inspection.Kind,
        Title = inspection.Title,
        Framework = inspection.Framework,
        Bodies = Lines(inspection.Bodies.OrderByDescending(b => b.IsLead).ThenBy(b => b.Position).Select(b => b.Name)),
        FieldworkText = inspection.FieldworkText,
        FieldworkFrom = TypedInput.Show(inspection.FieldworkFrom),
        FieldworkTo = TypedInput.Show(inspection.FieldworkTo),
        Published = TypedInput.Show(inspection.Published),
        PublishedText = inspection.PublishedText,
        Summary = inspection.Summary,
        OverallJudgement = inspection.OverallJudgement,
        Questions = Lines(inspection.Questions.OrderBy(q => q.Number).Select(q => q.Text)),
        Strengths = Lines(inspection.Strengths.OrderBy(s => s.Number).Select(s => s.Text)),
        Gradings =
        [
            .. inspection.Gradings.OrderBy(g => g.Position)
                .Select(g => new GradingRow { Id = g.Id, Indicator = g.Indicator, Title = g.Title, Scale = g.Scale, Grade = g.Grade, IsPart = g.ParentId is not null }),
        ],
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.ReplaceLineEndings(" ")));
}
