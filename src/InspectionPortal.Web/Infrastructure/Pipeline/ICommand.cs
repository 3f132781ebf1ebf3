using MediatR;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>A change. It does all of it or none, and says what was wrong by name.</summary>
public interface ICommand<TAnswer> : IRequest<Result<TAnswer>>, IMessage;
