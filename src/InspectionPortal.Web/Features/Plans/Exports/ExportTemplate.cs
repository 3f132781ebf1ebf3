using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>An empty plan as a Word or Excel file, to fill in and import.</summary>
[Requires(Permission.EditPlan)]
public sealed record ExportTemplate(PlanFormat Format) : IQuery<PlanTemplateFile>;

internal sealed class ExportTemplateHandler(CurrentSession current) : IRequestHandler<ExportTemplate, PlanTemplateFile?>
{
    public Task<PlanTemplateFile?> Handle(ExportTemplate request, CancellationToken cancellationToken)
    {
        var partnership = current.RequiredTenant.Partnership;
        var template = new PlanTemplate(partnership.Vocabulary, partnership.RagKey);
        using var file = new MemoryStream();
        if (request.Format == PlanFormat.Word)
        {
            template.WriteWord(file);
        }
        else
        {
            template.WriteExcel(file);
        }

        return Task.FromResult<PlanTemplateFile?>(new PlanTemplateFile(file.ToArray()));
    }
}
