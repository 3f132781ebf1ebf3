using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>What every form that changes who leads a project has.</summary>
internal interface ILeadFields
{
    List<ProjectLeadRow> Leads { get; }

    string? NewLeads { get; }

    LeadKind NewLeadsKind { get; }
}

/// <summary>The rules of leads that need no database.</summary>
internal sealed class LeadRules<T> : AbstractValidator<T>
    where T : class, ILeadFields
{
    public LeadRules()
    {
        RuleFor(c => c.Leads).Must(rows => rows.Count <= 50).WithMessage("Choose 50 leads or fewer");
        RuleFor(c => c.Leads).Custom((rows, context) =>
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].ResponsibilityId is { } id && rows.FindIndex(l => l.ResponsibilityId == id) < i)
                {
                    context.AddFailure($"Leads[{i}].ResponsibilityId", "Choose each responsibility once");
                }
            }
        });
        RuleFor(c => c.NewLeads).MaxLines(20, LeadResponsibility.NameMaxLength);
    }
}
