using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>
/// Where a command was stopped because the person has to confirm first, shows the page that asks them, with the form they sent
/// kept in it.
/// </summary>
public sealed class ConfirmationFilter(IMediator mediator, IUrlHelperFactory urls, IModelMetadataProvider metadata) : IAsyncExceptionFilter
{
    public const string View = "/Features/Account/Factors/Confirm.cshtml";

    public async Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.Exception is not ConfirmationNeededException
            || await mediator.Send(new GetConfirmation(), context.HttpContext.RequestAborted) is not { } ways)
        {
            return;
        }

        context.Result = new ViewResult
        {
            ViewName = View,
            StatusCode = StatusCodes.Status403Forbidden,
            ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary())
            {
                Model = ConfirmPage.Of(context.HttpContext.Request, urls.GetUrlHelper(context), ways),
            },
        };
        context.ExceptionHandled = true;
    }
}
