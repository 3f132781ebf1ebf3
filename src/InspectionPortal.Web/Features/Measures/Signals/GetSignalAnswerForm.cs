using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures.Signals;

/// <summary>The form of an answer.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetSignalAnswerForm(SignalSubject Subject, Guid Id) : IQuery<AnswerSignal>;

internal sealed class GetSignalAnswerFormHandler(PortalDbContext database, SignalQuestions asked) : IRequestHandler<GetSignalAnswerForm, AnswerSignal?>
{
    public async Task<AnswerSignal?> Handle(GetSignalAnswerForm query, CancellationToken cancellationToken)
    {
        if (await asked.ReadAsync(query.Subject, query.Id, cancellationToken) is not { } question)
        {
            return null;
        }

        var isMeasure = query.Subject == SignalSubject.Measure;
        var before = await database.SignalAnswers.AsNoTracking().Where(a => isMeasure ? a.MeasureId == query.Id : a.ProjectId == query.Id)
            .OrderByDescending(a => a.At).Select(a => new SignalReply(a.MeasureId, a.Kind, a.About, a.Text, a.At)).ToListAsync(cancellationToken);
        return new AnswerSignal
        {
            Subject = query.Subject,
            SubjectId = query.Id,
            Page = new AnswerPage
            {
                Title = isMeasure ? "Answer what the figures say" : "Answer the difference in rating",
                Caption = EnglishText.Cut(question.Title, 120),
                Place = isMeasure ? "measures" : "plan",
                Button = "Answer",
                Back = question.Address,
                Crumbs = [isMeasure ? new Crumb("Measures", "~/measures") : new Crumb("Plans", "~/plans"), new Crumb(EnglishText.Cut(question.Title, 60), question.Address)],
                About = question.About,
                Before = before,
            },
        };
    }
}
