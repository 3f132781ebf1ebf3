using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>
/// A small form in the place of the value that it changes. Pages of other features ask for it by its name; where there is no such
/// section, nothing stands there.
/// </summary>
public sealed class ProjectSectionViewComponent(IMediator mediator, IModelMetadataProvider metadata) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id, string section, string back)
    {
        var form = await mediator.Send(new GetProjectSection(id, section, back), HttpContext.RequestAborted);
        return form is null
            ? Content(string.Empty)
            : new ViewViewComponentResult
            {
                ViewName = "/Features/Projects/_ProjectSection.cshtml",
                ViewEngine = ViewEngine,
                TempData = TempData,

                // A page's own address can hold names that the form has too, such as the filter "status".
                ViewData = new ViewDataDictionary<ProjectSectionFields>(metadata, new ModelStateDictionary()) { Model = form },
            };
    }
}
