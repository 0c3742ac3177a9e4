package ro.parcurs.architecture.breach.crm.lead;

import ro.parcurs.architecture.breach.crm.lead.usecase.InnocentUseCase;

record AsksItsUseCase(InnocentUseCase useCase) {}
